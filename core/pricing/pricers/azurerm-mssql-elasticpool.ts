import { block, number, string } from '../../domain/reads.ts'
import { SQL, sqlLicence } from '../azure-sql.ts'
import { extra, hourly, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/azure-sql-database/elastic/
export const azurermMssqlElasticpool = pricer(
  {
    type: 'azurerm_mssql_elasticpool',
    reads: {
      sku: block({ name: string(''), tier: string(''), family: string('Gen5'), capacity: number(0) }),
      max_size_gb: number(),
      license_type: string('LicenseIncluded'),
    },
  },
  function* ({ sku, max_size_gb: size, license_type }) {
    if (!sku) {
      yield omitted('unknown', 'Compute', '`sku` is not set')
      return
    }
    const { name, tier, family, capacity } = sku
    const short = /^(GP|BC|HS)_/.exec(name)?.[1]?.toLowerCase()
    if (!short) {
      yield hourly({
        description: `Compute (${tier}, ${capacity} eDTUs)`,
        serviceName: SQL,
        sku: `azure/sql/elastic/${tier.toLowerCase()}/${capacity}`,
      })
      return
    }
    yield hourly({
      description: `Compute (${name}, ${capacity} vCores)`,
      serviceName: SQL,
      sku: `azure/sql/elastic/${short}_${family.toLowerCase()}/vcore`,
      pricingUnit: 'vCPU-Hours',
      count: capacity,
    })
    if (license_type === 'LicenseIncluded') yield extra(sqlLicence('azure/sql/elastic/license', capacity))
    if (size !== undefined)
      yield extra(
        monthly({
          description: `${size} GB storage`,
          serviceName: SQL,
          sku: `azure/sql/elastic/${short}/storage`,
          count: size,
        }),
      )
  },
)
