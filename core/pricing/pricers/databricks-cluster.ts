import { CLUSTER, clusterMachines, dbus } from '../databricks.ts'
import { extras } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://azure.microsoft.com/pricing/details/databricks/: DBUs, and the machines besides
export const databricksCluster = pricer(
  { type: 'databricks_cluster', reads: CLUSTER },
  function* (cluster, context) {
    yield* clusterMachines(cluster, context)
    yield* extras(dbus('all_purpose', context))
  },
)
