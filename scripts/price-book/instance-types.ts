import { acceleratorModels } from '../../core/pricing/accelerator-models.ts'
import { parseCsv } from './csv.ts'
import { providerOf } from './providers.ts'

type Row = Readonly<Record<string, string>>

/** Where specifications come from, as the first lines of the files say it. */
const FROM: Readonly<Record<string, string>> = {
  aws: 'EC2 instance types, from aws/karpenter-provider-aws@1d927085 and kubernetes/autoscaler@55c37cd5.',
  google:
    'Compute Engine machine types, from Cyclenerd/google-cloud-pricing-cost-calculator; accelerators also from their names.',
  azurerm: 'Azure VM sizes, from kubernetes/autoscaler@55c37cd5; GPU models from the names of their series.',
}
/** `ct5lp-hightpu-4t`: four chips. The name is all that some rows of the facts have. */
const TPU7X = /^tpu7x-standard-(\d)t$/

/** The specifications of one provider's instance types, a line each, as the book has them. */
export function instanceTypesFile(instanceTypes: string, provider: string, generated: string): string {
  const lines = parseCsv(instanceTypes)
    .filter((row) => providerOf(row.provider!).name === provider && isFact(row))
    .map((row) => {
      const { model, count, memory } = accelerator(row)
      return [row.instance_type, row.vcpu, row.memory_gib, model, count, memory, row.arch].join(',')
    })
  return [
    generated,
    `# ${FROM[provider]}`,
    'InstanceType,vCPU,MemoryGiB,Accelerator,AcceleratorCount,AcceleratorMemoryGiB,Architecture',
    ...lines.sort(),
    '',
  ].join('\n')
}

/** Google's machines that always have GPUs: a row that names none is not a machine without them. */
const GPU_MACHINE = /^(a[234]x?|g[24])-/

/** Figures that come from no fetched source are no facts, and half a specification is of no use. */
function isFact({ source, vcpu, memory_gib, provider, instance_type, gpu_model }: Row): boolean {
  if (provider === 'gcp' && GPU_MACHINE.test(instance_type!) && gpu_model === '') return false
  return !source!.startsWith('unverified') && vcpu !== '' && memory_gib !== ''
}

function accelerator(row: Row): { model: string; count: string; memory: string } {
  const chips = TPU7X.exec(row.instance_type!)?.[1]
  if (chips) return { model: 'tpu-v7x', count: chips, memory: '' }
  const name = row.gpu_model!
  if (name === '') return { model: '', count: '', memory: '' }
  const memory = Number(row.gpu_memory_gib)
  // Karpenter counts a part of a GPU as none, and gives the part's memory.
  if (row.gpu_count === '0' && name === 'nvidia-l4')
    return { model: name, count: String(Math.round((memory / 22.35) * 8) / 8), memory: '22.35' }
  return { model: modelOf(name, memory), count: row.gpu_count!, memory: row.gpu_memory_gib! }
}

/** Names that stand for several models are told apart by the memory of each. */
function modelOf(name: string, memory: number): string {
  const models = acceleratorModels(name)
  if (models.length === 1) return models[0]!
  const bySize: Readonly<Record<string, number>> = {
    'nvidia-v100-16gb': 16,
    'nvidia-v100-32gb': 32,
    'nvidia-a100-40gb': 40,
    'nvidia-a100-80gb': 80,
    'nvidia-h100': 80,
    'nvidia-h100-nvl': 94,
  }
  const found = models.filter((id) => bySize[id] === memory)
  if (found.length !== 1)
    throw new Error(
      `cannot tell the accelerator "${name}" of ${memory} GiB: extend core/pricing/accelerator-models.ts`,
    )
  return found[0]!
}
