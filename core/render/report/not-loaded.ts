import type { NotLoadedModule } from '../../domain/resource.ts'

/** What the figures hold of a module that was not read. */
export function whatCounts({ hasStandIn }: NotLoadedModule): string {
  return hasStandIn ? 'only what its inputs say is counted' : 'nothing of it is counted'
}
