/** vCPUs and GiB of a machine of Cloud SQL's Enterprise edition. */
export interface SqlMachine {
  readonly vcpu: number
  readonly memoryGiB: number
}

const CUSTOM = /^db-custom-(\d{1,3})-(\d{1,7})$/
const PREDEFINED = /^db-n1-(standard|highmem)-(\d{1,3})$/
/** GiB for a vCPU, as of Compute Engine's N1. */
const MEMORY = { standard: 3.75, highmem: 6.5 }

/** What a tier is made of; undefined where it is one of the sizes with a price of their own, or of another edition. */
export function sqlMachine(tier: string): SqlMachine | undefined {
  const [, vcpu, memoryMiB] = CUSTOM.exec(tier) ?? []
  if (vcpu !== undefined) return { vcpu: Number(vcpu), memoryGiB: Number(memoryMiB) / 1024 }
  const [, kind, size] = PREDEFINED.exec(tier) ?? []
  if (kind !== 'standard' && kind !== 'highmem') return undefined
  return { vcpu: Number(size), memoryGiB: Number(size) * MEMORY[kind] }
}
