import { block, count as items, number, string } from '../../domain/reads.ts'
import { localSsds } from '../gce-disk.ts'
import { gceMachines } from '../gce-machine.ts'
import { assumption, extras, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/compute/docs/instances/reservations-overview: charged as machines that run, used or not
export const googleComputeReservation = pricer(
  {
    type: 'google_compute_reservation',
    reads: {
      specific_reservation: block({
        count: number(0),
        instance_properties: block({
          machine_type: string(),
          guest_accelerators: block({ accelerator_type: string(''), accelerator_count: number(0) }),
          local_ssds: items,
        }),
      }),
    },
  },
  function* ({ specific_reservation: reserved }, context) {
    const machine = reserved?.instance_properties
    if (!reserved || machine?.machine_type === undefined) {
      yield omitted('unknown', 'Instances', '`specific_reservation` does not say which machines')
      return
    }
    const { count } = reserved
    const gpus = machine.guest_accelerators
    const accelerator = gpus && { type: gpus.accelerator_type, count: gpus.accelerator_count }
    yield assumption('no instance uses it: one that does is charged in its place')
    yield* gceMachines({ machineType: machine.machine_type, accelerator, spot: false, count }, context)
    yield* extras(localSsds(machine.local_ssds, { count, rate: 'while-running' }))
  },
)
