import { dataProcessed } from '../data-processed.ts'
import { assumption, extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const NAT = 'Cloud NAT'
/** A gateway is charged by the machines that use it, up to so many. */
const MOST_MACHINES = 32

// https://cloud.google.com/nat/pricing
export const googleComputeRouterNat = pricer(
  { type: 'google_compute_router_nat', reads: {} },
  function* (_, context) {
    const stated = context.quantity({ key: 'assigned_vms', unit: 'machines' })
    const machines = Math.min(stated?.value ?? MOST_MACHINES, MOST_MACHINES)
    yield hourly({
      description: 'Gateway',
      serviceName: NAT,
      sku: 'gcp/nat/gateway/hour',
      count: machines / MOST_MACHINES,
    })
    yield assumption(
      stated
        ? `\`assigned_vms\` is ${stated.value} (${stated.place})`
        : `${MOST_MACHINES} machines or more use it: fewer cost less`,
    )
    yield* extras(
      dataProcessed({ serviceName: NAT, sku: 'gcp/nat/data/gb', chargedBy: 'the GB processed' }, context),
    )
  },
)
