import { hourly, type Meter } from './part.ts'

export const SQL = 'Azure SQL Database'

/** `GP_Gen5_4`: a vCore tier, a generation of machines and how many vCores; `GP_S_Gen5_2` is serverless. */
export function vcoreSku(name: string): { readonly tier: string; readonly vcores: number } | undefined {
  const [, tier, vcores] = /^((?:GP|BC|HS)(?:_S)?_[A-Za-z0-9]+)_(\d+)$/.exec(name) ?? []
  return tier === undefined ? undefined : { tier: tier.toLowerCase(), vcores: Number(vcores) }
}

/** The licence for SQL Server, which one's own takes the place of (`license_type = "BasePrice"`). */
export function sqlLicence(sku: string, vcores: number, serviceName = SQL): Meter {
  return hourly({
    description: 'SQL Server licence',
    serviceName,
    sku,
    pricingUnit: 'vCPU-Hours',
    count: vcores,
  })
}
