import { block, number } from '../../domain/reads.ts'
import { assumption } from '../part.ts'
import { pricer } from '../pricer.ts'
import { sagemakerStorage } from '../sagemaker.ts'

/** https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-jl-admin-guide-storage.html */
const DEFAULT_VOLUME_GIB = 5

const SETTINGS = block({
  space_storage_settings: block({
    ebs_storage_settings: block({ ebs_volume_size_in_gb: number(DEFAULT_VOLUME_GIB) }),
  }),
})

// https://aws.amazon.com/sagemaker/ai/pricing/: a space keeps its volume; the instance is charged to the app in it
export const awsSagemakerSpace = pricer(
  { type: 'aws_sagemaker_space', reads: { space_settings: SETTINGS } },
  function* ({ space_settings }) {
    const written = space_settings?.space_storage_settings?.ebs_storage_settings?.ebs_volume_size_in_gb
    const size = written ?? DEFAULT_VOLUME_GIB
    if (written === undefined) yield assumption(`${DEFAULT_VOLUME_GIB} GiB, the default of a space`)
    yield sagemakerStorage(`Volume, ${size} GiB`, 'studio', size)
  },
)
