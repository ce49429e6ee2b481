/** One model of GPU, TPU or other accelerator, and every name that instance types and Kubernetes labels have for it. */
export interface AcceleratorModel {
  /** As the instance specifications and the price book have it. */
  readonly id: string
  /** In lower case, with hyphens for blanks and underscores. A name may stand for several models. */
  readonly names: readonly string[]
}

const ACCELERATOR_MODELS: readonly AcceleratorModel[] = [
  { id: 'nvidia-k80', names: ['k80', 'tesla-k80', 'nvidia-tesla-k80'] },
  { id: 'nvidia-m60', names: ['m60', 'tesla-m60'] },
  { id: 'nvidia-p4', names: ['p4', 'tesla-p4', 'nvidia-tesla-p4'] },
  { id: 'nvidia-p100', names: ['p100', 'tesla-p100', 'tesla-p100-pcie-16gb', 'nvidia-tesla-p100'] },
  {
    id: 'nvidia-v100-16gb',
    names: ['nvidia-v100', 'v100', 'tesla-v100-sxm2-16gb', 'tesla-v100-pcie-16gb', 'nvidia-tesla-v100'],
  },
  {
    id: 'nvidia-v100-32gb',
    names: ['nvidia-v100', 'v100', 'tesla-v100-sxm2-32gb', 'tesla-v100-sxm3-32gb', 'tesla-v100-pcie-32gb'],
  },
  { id: 'nvidia-t4', names: ['t4', 'tesla-t4', 'nvidia-tesla-t4'] },
  { id: 'nvidia-t4g', names: ['t4g'] },
  { id: 'nvidia-a10', names: ['a10', 'nvidia-a10-24q', 'nvidia-a10-12q', 'nvidia-a10-8q', 'nvidia-a10-4q'] },
  { id: 'nvidia-a10g', names: ['a10g'] },
  {
    id: 'nvidia-a100-40gb',
    names: ['nvidia-a100', 'a100', 'nvidia-tesla-a100', 'nvidia-a100-sxm4-40gb', 'nvidia-a100-pcie-40gb'],
  },
  {
    id: 'nvidia-a100-80gb',
    names: ['nvidia-a100', 'a100', 'a100-80gb', 'nvidia-a100-sxm4-80gb', 'nvidia-a100-80gb-pcie'],
  },
  { id: 'nvidia-l4', names: ['l4'] },
  { id: 'nvidia-l40s', names: ['l40s'] },
  { id: 'nvidia-h100', names: ['h100', 'nvidia-h100-80gb', 'h100-80gb', 'nvidia-h100-80gb-hbm3'] },
  // The same chip; Google sells it in machines of its own, with other network cards.
  {
    id: 'nvidia-h100-mega',
    names: ['nvidia-h100-mega-80gb', 'h100-mega-80gb', 'h100', 'nvidia-h100-80gb-hbm3'],
  },
  { id: 'nvidia-h100-nvl', names: ['h100', 'nvidia-h100'] },
  { id: 'nvidia-h200', names: ['h200', 'nvidia-h200-141gb', 'h200-141gb', 'nvidia-h200-nvl'] },
  { id: 'nvidia-b200', names: ['b200'] },
  { id: 'nvidia-b300', names: ['b300', 'nvidia-b300-sxm6-ac'] },
  { id: 'nvidia-gb200', names: ['gb200'] },
  { id: 'nvidia-gb300', names: ['gb300'] },
  { id: 'nvidia-rtx-pro-4500', names: ['rtx-pro-4500', 'nvidia-rtx-pro-4500-blackwell-server-edition'] },
  {
    id: 'nvidia-rtx-pro-6000',
    names: [
      'rtx-pro-6000',
      'rtx-pro-server-6000',
      'nvidia-rtx-pro-server-6000',
      'nvidia-rtx-pro-6000-bse',
      'nvidia-rtx-pro-6000-blackwell-server-edition',
    ],
  },
  { id: 'amd-mi25', names: ['mi25', 'amd-instinct-mi25'] },
  { id: 'amd-mi300x', names: ['mi300x', 'amd-instinct-mi300x', 'amd-instinct-mi300x-oam'] },
  { id: 'amd-radeon-pro-v520', names: ['radeon-pro-v520'] },
  { id: 'amd-radeon-pro-v620', names: ['radeon-pro-v620'] },
  { id: 'amd-radeon-pro-v710', names: ['radeon-pro-v710'] },
  { id: 'amd-alveo-u250', names: ['amd-alveo-u250-fpga'] },
  { id: 'amd-vu9p', names: ['amd-xilinx-vu9p-fpga'] },
  { id: 'habana-gaudi', names: ['gaudi', 'gaudi-hl-205', 'hl-205'] },
  { id: 'qualcomm-ai100', names: ['ai100', 'qualcomm-qualcomm-ai100'] },
  { id: 'aws-inferentia', names: ['inferentia'] },
  { id: 'aws-inferentia2', names: ['inferentia2'] },
  { id: 'aws-trainium', names: ['trainium'] },
  { id: 'aws-trainium2', names: ['trainium2'] },
  { id: 'tpu-v2', names: ['tpu-v2-podslice', 'tpu-v2-device'] },
  { id: 'tpu-v3', names: ['tpu-v3-slice', 'tpu-v3-device', 'tpu-v3-podslice'] },
  { id: 'tpu-v4', names: ['tpu-v4-podslice'] },
  {
    id: 'tpu-v5e',
    names: ['tpu-v5-lite-podslice', 'tpu-v5-lite-device', 'v5litepod', 'v5e', 'ct5lp', 'ct5l'],
  },
  { id: 'tpu-v5p', names: ['tpu-v5p-slice', 'v5p', 'ct5p'] },
  { id: 'tpu-v6e', names: ['tpu-v6e-slice', 'v6e', 'ct6e'] },
  { id: 'tpu-v7x', names: ['tpu7x', 'tpu-v7x-slice', 'tpu7x-slice'] },
]

const BY_NAME = byName()

/**
 * The ids of the models that a name may stand for, none where it is not known. The name is a value of the labels
 * `nvidia.com/gpu.product`, `amd.com/gpu.product-name`, `cloud.google.com/gke-accelerator`,
 * `cloud.google.com/gke-tpu-accelerator`, `karpenter.k8s.aws/instance-gpu-name`, `…/instance-accelerator-name` or
 * `karpenter.azure.com/sku-gpu-name`, or what Terraform's `guest_accelerator` and instance specifications say. `a100` is
 * both models of 40 and of 80 GB: whoever asks goes on with both.
 */
export function acceleratorModels(name: string): readonly string[] {
  return BY_NAME.get(plainName(name)) ?? []
}

/** Every model's id and names. */
export function knownAccelerators(): readonly AcceleratorModel[] {
  return ACCELERATOR_MODELS
}

/** `NVIDIA-A10G-SHARED` (time slices) and `NVIDIA-A100-SXM4-40GB-MIG-1g.5gb` (a part of one) are parts of that model. */
function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
    .replace(/-shared$/, '')
    .replace(/-mig-[\w.+-]+$/, '')
}

function byName(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { id, names } of ACCELERATOR_MODELS)
    for (const name of [id, ...names]) {
      const ids = found.get(name)
      if (!ids) found.set(name, [id])
      else if (!ids.includes(id)) ids.push(id)
    }
  return found
}
