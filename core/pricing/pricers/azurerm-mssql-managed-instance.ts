import { number, string } from '../../domain/reads.ts'
import { sqlLicence } from '../azure-sql.ts'
import { extra, hourly, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const MANAGED_INSTANCE = 'Azure SQL Managed Instance'
/** GB that the price of the vCores has in it. */
const INCLUDED_GB = 32

// https://azure.microsoft.com/pricing/details/azure-sql-managed-instance/single/
export const azurermMssqlManagedInstance = pricer(
  {
    type: 'azurerm_mssql_managed_instance',
    reads: { sku_name: string(), vcores: number(), storage_size_in_gb: number(0), license_type: string() },
  },
  function* ({ sku_name: sku, vcores, storage_size_in_gb: size, license_type }) {
    if (sku === undefined || vcores === undefined) {
      yield omitted('unknown', 'Compute', `\`${sku === undefined ? 'sku_name' : 'vcores'}\` is not set`)
      return
    }
    yield hourly({
      description: `Compute (${sku}, ${vcores} vCores)`,
      serviceName: MANAGED_INSTANCE,
      sku: `azure/sql_mi/${sku.toLowerCase()}/vcore`,
      pricingUnit: 'vCPU-Hours',
      count: vcores,
    })
    if (license_type !== 'BasePrice')
      yield extra(sqlLicence('azure/sql_mi/license', vcores, MANAGED_INSTANCE))
    if (size > INCLUDED_GB)
      yield extra(
        monthly({
          description: `Storage above ${INCLUDED_GB} GB`,
          serviceName: MANAGED_INSTANCE,
          sku: 'azure/sql_mi/storage',
          count: size - INCLUDED_GB,
        }),
      )
  },
)
