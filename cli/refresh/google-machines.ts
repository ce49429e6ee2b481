/** What a machine is made of, as the book's specifications say it. */
export interface GoogleMachine {
  readonly instanceType: string
  readonly vcpu: number
  readonly memoryGiB: number
  readonly gpus: number
}

interface GoogleFamily {
  /** The catalogue's descriptions up to `running in …`. */
  readonly core: string
  readonly ram: string
  /** The GPU that its machines always have. */
  readonly gpu?: string
  /** Whether it is sold in sizes of one's own, so that the book has its rates too. */
  readonly custom?: true
}

export const GOOGLE_FAMILIES: Readonly<Record<string, GoogleFamily>> = {
  e2: { core: 'E2 Instance Core', ram: 'E2 Instance Ram', custom: true },
  n1: { core: 'N1 Predefined Instance Core', ram: 'N1 Predefined Instance Ram', custom: true },
  n2: { core: 'N2 Instance Core', ram: 'N2 Instance Ram', custom: true },
  n2d: { core: 'N2D AMD Instance Core', ram: 'N2D AMD Instance Ram', custom: true },
  n4: { core: 'N4 Instance Core', ram: 'N4 Instance Ram', custom: true },
  t2d: { core: 'T2D AMD Instance Core', ram: 'T2D AMD Instance Ram' },
  t2a: { core: 'T2A Arm Instance Core', ram: 'T2A Arm Instance Ram' },
  c2: { core: 'Compute optimized Core', ram: 'Compute optimized Ram' },
  c2d: { core: 'C2D AMD Instance Core', ram: 'C2D AMD Instance Ram' },
  c3: { core: 'C3 Instance Core', ram: 'C3 Instance Ram' },
  c3d: { core: 'C3D Instance Core', ram: 'C3D Instance Ram' },
  c4: { core: 'C4 Instance Core', ram: 'C4 Instance Ram' },
  c4a: { core: 'C4A Arm Instance Core', ram: 'C4A Arm Instance Ram' },
  g2: { core: 'G2 Instance Core', ram: 'G2 Instance Ram', gpu: 'Nvidia L4 GPU' },
  a2: { core: 'A2 Instance Core', ram: 'A2 Instance Ram', gpu: 'Nvidia Tesla A100 GPU' },
}

/** Machines whose price has more in it than vCPUs, memory and GPUs: local disks, whole hosts, shares of a vCPU. */
export const NOT_BY_PARTS = /-(?:lssd|metal|micro|small|medium)|ultragpu/

/**
 * The catalogue writes some names in several ways: `T2A Arm Instance Core` and `T2A ARM Instance Core`, `Compute optimized Core`
 * and `Compute optimized Instance Core`.
 */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/ instance (core|ram)$/, ' $1')
}

/** GPUs that can be attached to a machine, by Google's name for them. */
export const ATTACHED_GPUS: Readonly<Record<string, string>> = {
  'nvidia-tesla-t4': 'Nvidia Tesla T4 GPU',
  'nvidia-tesla-v100': 'Nvidia Tesla V100 GPU',
  'nvidia-tesla-p100': 'Nvidia Tesla P100 GPU',
  'nvidia-tesla-p4': 'Nvidia Tesla P4 GPU',
}
