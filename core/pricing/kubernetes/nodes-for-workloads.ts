/** Why a pool is counted larger than it is declared. */
export function nodesForWorkloads(nodes: number, desired: number | undefined): string {
  const declared = desired === undefined ? '' : ` instead of the ${desired} that are declared`
  return `${nodes} ${nodes === 1 ? 'node' : 'nodes'}${declared}: its workloads request as much`
}
