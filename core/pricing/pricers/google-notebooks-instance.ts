import { block, number, string } from '../../domain/reads.ts'
import { diskType, notebookServer } from '../notebook-server.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/notebooks_instance */
const DEFAULT_DISK_GB = 100
const DEFAULT_DISK_TYPE = 'PD_STANDARD'

// https://cloud.google.com/vertex-ai/pricing#notebooks
export const googleNotebooksInstance = pricer(
  {
    type: 'google_notebooks_instance',
    reads: {
      machine_type: string(),
      accelerator_config: block({ type: string(''), core_count: number(1) }),
      boot_disk_size_gb: number(DEFAULT_DISK_GB),
      boot_disk_type: string(DEFAULT_DISK_TYPE),
      data_disk_size_gb: number(DEFAULT_DISK_GB),
      data_disk_type: string(DEFAULT_DISK_TYPE),
    },
  },
  function* (read, context) {
    const { machine_type: machineType, accelerator_config: gpus } = read
    if (machineType === undefined) {
      yield omitted('unknown', 'Instance', '`machine_type` is not set')
      return
    }
    const boot = { name: 'Boot disk', type: diskType(read.boot_disk_type), sizeGb: read.boot_disk_size_gb }
    const data = { name: 'Data disk', type: diskType(read.data_disk_type), sizeGb: read.data_disk_size_gb }
    const accelerator = gpus && { type: gpus.type, count: gpus.core_count }
    yield* notebookServer({ machineType, accelerator, disks: [boot, data] }, context)
  },
)
