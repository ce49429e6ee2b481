import { bool, number, string } from '../../domain/reads.ts'
import { tableOf } from '../../domain/table-of.ts'
import { hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** DBUs an hour of one cluster of a warehouse, by its size. */
const DBUS: Readonly<Record<string, number>> = tableOf({
  '2X-Small': 4,
  'X-Small': 6,
  Small: 12,
  Medium: 24,
  Large: 40,
  'X-Large': 80,
  '2X-Large': 144,
  '3X-Large': 272,
  '4X-Large': 528,
})

// https://learn.microsoft.com/azure/databricks/compute/sql-warehouse/warehouse-behavior
export const databricksSqlEndpoint = pricer(
  {
    type: 'databricks_sql_endpoint',
    reads: {
      cluster_size: string(),
      min_num_clusters: number(1),
      max_num_clusters: number(1),
      enable_serverless_compute: bool(false),
      warehouse_type: string('PRO'),
    },
  },
  function* ({ cluster_size: size, enable_serverless_compute: serverless, ...read }) {
    const dbus = DBUS[size ?? '']
    if (dbus === undefined) {
      const because =
        size === undefined ? '`cluster_size` is not set' : `no DBUs are known of the size "${size}"`
      yield omitted('unknown', 'Warehouse', because)
      return
    }
    const kind = serverless ? 'serverless' : read.warehouse_type.toLowerCase()
    yield hourly({
      description: `Warehouse DBUs (${size}, ${kind})`,
      serviceName: 'Azure Databricks',
      sku: `databricks/dbu/sql_${kind}/premium`,
      pricingUnit: 'DBUs',
      count: dbus * read.min_num_clusters,
      scaling: { low: dbus * read.min_num_clusters, high: dbus * read.max_num_clusters },
    })
  },
)
