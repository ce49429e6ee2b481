import { number, string } from '../../domain/reads.ts'
import { gceDisk, ONE_DISK } from '../gce-disk.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/compute/disks-image-pricing
export const googleComputeDisk = pricer(
  { type: 'google_compute_disk', reads: { type: string('pd-standard'), size: number() } },
  function* ({ type, size }) {
    if (size === undefined)
      yield omitted('unknown', 'Disk', '`size` is not set: it is that of its image or snapshot')
    else yield* gceDisk({ name: 'Disk', type, sizeGb: size }, ONE_DISK)
  },
)
