import { bool, isSet, maybe, number, string } from '../../domain/reads.ts'
import { SQL, sqlLicence, vcoreSku } from '../azure-sql.ts'
import { byUse } from '../by-use.ts'
import { assumption, extra, extras, hourly, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/azure-sql-database/single/
export const azurermMssqlDatabase = pricer(
  {
    type: 'azurerm_mssql_database',
    reads: {
      sku_name: string('GP_S_Gen5_2'),
      elastic_pool_id: isSet,
      max_size_gb: maybe(number()),
      license_type: string('LicenseIncluded'),
      zone_redundant: bool(false),
    },
  },
  function* ({ sku_name: sku, elastic_pool_id, max_size_gb: size, license_type, zone_redundant }, context) {
    // The pool is what is charged.
    if (elastic_pool_id || sku === 'ElasticPool') return
    const sized = vcoreSku(sku)
    if (!sized) {
      yield hourly({
        description: `Compute (${sku})`,
        serviceName: SQL,
        sku: `azure/sql/dtu/${sku.toLowerCase()}`,
      })
      return
    }
    const { tier, vcores } = sized
    if (/_s_/.test(tier))
      yield* byUse(
        {
          description: `Compute (${sku}, serverless)`,
          serviceName: SQL,
          key: 'monthly_vcore_hours',
          unit: 'vCore-hours',
          sku: `azure/sql/${tier}/vcore`,
          pricingUnit: 'vCPU-Hours',
          chargedBy: 'vCore and second that it is not paused',
        },
        context,
      )
    else {
      yield hourly({
        description: `Compute (${sku})`,
        serviceName: SQL,
        sku: `azure/sql/${tier}${zone_redundant ? '/zone_redundant' : ''}/vcore`,
        pricingUnit: 'vCPU-Hours',
        count: vcores,
      })
      if (license_type === 'LicenseIncluded') {
        // Hyperscale has it in its price since December 2023.
        if (!tier.startsWith('hs')) yield extra(sqlLicence('azure/sql/license', vcores))
      } else yield assumption('SQL Server is licensed already (`license_type`)')
    }
    const storage = { serviceName: SQL, sku: `azure/sql/${tier.slice(0, 2)}/storage` }
    if (size.kind === 'known' && size.value !== undefined)
      yield extra(monthly({ ...storage, description: `${size.value} GB storage`, count: size.value }))
    else
      yield* extras(
        byUse(
          { ...storage, description: 'Storage', key: 'storage_gb', unit: 'GB', pricingUnit: 'GB-Months' },
          context,
        ),
      )
  },
)
