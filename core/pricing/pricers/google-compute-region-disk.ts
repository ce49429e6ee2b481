import { number, string } from '../../domain/reads.ts'
import { gceDisk, ONE_DISK } from '../gce-disk.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://cloud.google.com/compute/disks-image-pricing: kept in two zones, and charged for both
export const googleComputeRegionDisk = pricer(
  { type: 'google_compute_region_disk', reads: { type: string('pd-standard'), size: number() } },
  function* ({ type, size }) {
    if (size === undefined) yield omitted('unknown', 'Disk', '`size` is not set: it is that of its snapshot')
    else yield* gceDisk({ name: 'Regional disk', type, sizeGb: size, regional: true }, ONE_DISK)
  },
)
