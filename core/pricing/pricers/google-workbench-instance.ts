import { block, number, string } from '../../domain/reads.ts'
import { diskType, notebookServer } from '../notebook-server.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

/** https://cloud.google.com/vertex-ai/docs/workbench/reference/rest/v2/projects.locations.instances */
const DEFAULTS = { boot: 150, data: 100, type: 'PD_BALANCED' }

// https://cloud.google.com/vertex-ai/pricing#notebooks
export const googleWorkbenchInstance = pricer(
  {
    type: 'google_workbench_instance',
    reads: {
      gce_setup: block({
        machine_type: string(),
        accelerator_configs: block({ type: string(''), core_count: number(1) }),
        boot_disk: block({ disk_size_gb: number(DEFAULTS.boot), disk_type: string(DEFAULTS.type) }),
        data_disks: block({ disk_size_gb: number(DEFAULTS.data), disk_type: string(DEFAULTS.type) }),
      }),
    },
  },
  function* ({ gce_setup: setup }, context) {
    const gpus = setup?.accelerator_configs
    if (setup?.machine_type === undefined) {
      yield omitted('unknown', 'Instance', '`gce_setup.machine_type` is not set')
      return
    }
    const { boot_disk: boot, data_disks: data } = setup
    yield* notebookServer(
      {
        machineType: setup.machine_type,
        accelerator: gpus && { type: gpus.type, count: gpus.core_count },
        disks: [
          {
            name: 'Boot disk',
            type: diskType(boot?.disk_type ?? DEFAULTS.type),
            sizeGb: boot?.disk_size_gb ?? DEFAULTS.boot,
          },
          {
            name: 'Data disk',
            type: diskType(data?.disk_type ?? DEFAULTS.type),
            sizeGb: data?.disk_size_gb ?? DEFAULTS.data,
          },
        ],
      },
      context,
    )
  },
)
