import { readAll, string, texts } from '../../domain/reads.ts'
import { tableOf } from '../../domain/table-of.ts'
import type { ResourceGraph } from '../../topology/resource-graph.ts'
import { diskTier } from '../azure-disk.ts'
import { ebsVolume } from '../ebs-volume.ts'
import { assumption, monthly, omitted, type Part } from '../part.ts'
import type { PricingContext } from '../pricer.ts'

/** A volume that a claim asks for. */
export interface ClaimedVolume {
  readonly name: string
  readonly storageGiB: number
  /** Undefined: the cluster's default. */
  readonly storageClass: string | undefined
  readonly count: number
}

interface StorageClass {
  readonly provisioner: string
  readonly parameters: ReadonlyMap<string, string>
}

/** The classes that clusters come with. What is called so in the repository's own manifests goes before. */
const BUILT_IN: Readonly<Record<string, Readonly<Record<string, StorageClass>>>> = tableOf({
  aws: {
    gp2: ebs('gp2'),
    gp3: ebs('gp3'),
    io1: ebs('io1'),
    io2: ebs('io2'),
    st1: ebs('st1'),
    sc1: ebs('sc1'),
  },
  google: {
    standard: pd('pd-standard'),
    'standard-rwo': pd('pd-balanced'),
    'premium-rwo': pd('pd-ssd'),
    'standard-rwx': { provisioner: 'filestore.csi.storage.gke.io', parameters: new Map() },
  },
  azurerm: {
    default: azureDisk('StandardSSD_LRS'),
    managed: azureDisk('StandardSSD_LRS'),
    'managed-csi': azureDisk('StandardSSD_LRS'),
    'managed-premium': azureDisk('Premium_LRS'),
    'managed-csi-premium': azureDisk('Premium_LRS'),
  },
})

/** EKS Auto Mode and older EKS, GKE and AKS, each by its documentation. */
const DEFAULT_CLASS: Readonly<Record<string, string>> = tableOf({
  aws: 'gp2',
  google: 'standard-rwo',
  azurerm: 'default',
})

function ebs(type: string): StorageClass {
  return { provisioner: 'ebs.csi.aws.com', parameters: new Map([['type', type]]) }
}
function pd(type: string): StorageClass {
  return { provisioner: 'pd.csi.storage.gke.io', parameters: new Map([['type', type]]) }
}
function azureDisk(skuName: string): StorageClass {
  return { provisioner: 'disk.csi.azure.com', parameters: new Map([['skuName', skuName]]) }
}

/** What claimed volumes cost, by the class that makes them. */
export function* volumeParts(volume: ClaimedVolume, context: PricingContext): Generator<Part> {
  const { provider, graph } = context
  const name = volume.storageClass ?? DEFAULT_CLASS[provider]
  if (name === undefined) {
    yield omitted('unpriced', volume.name, "the cluster's default storage class is not known")
    return
  }
  const found = writtenClass(name, graph) ?? tableOf(BUILT_IN[provider] ?? {})[name]
  if (!found) {
    yield omitted('unpriced', volume.name, `storage class "${name}" is not among the manifests`)
    return
  }
  if (volume.storageClass === undefined)
    yield assumption(`claims without a storage class get "${name}", the default there`)
  yield* byProvisioner(volume, found)
}

function writtenClass(name: string, graph: ResourceGraph): StorageClass | undefined {
  for (const resource of graph.resources) {
    if (resource.type !== 'storage.k8s.io/StorageClass' || resource.name !== name) continue
    const read = readAll(resource.attributes, { provisioner: string(''), parameters: texts })
    if (read.kind === 'known')
      return { provisioner: read.value.provisioner, parameters: read.value.parameters.entries }
  }
  return undefined
}

const SHARED_FILE_SYSTEMS = /^(?:efs|fsx|fsx\.openzfs|file|filestore|blob|gcsfuse|s3)\.csi\./

function* byProvisioner(
  { name, storageGiB, count }: ClaimedVolume,
  { provisioner, parameters }: StorageClass,
): Generator<Part> {
  switch (provisioner) {
    case 'ebs.csi.aws.com':
    case 'ebs.csi.eks.amazonaws.com':
    case 'kubernetes.io/aws-ebs':
      yield* ebsVolume({
        name,
        type: parameters.get('type') ?? 'gp3',
        size: storageGiB,
        iops: numberIn(parameters, 'iops'),
        throughput: numberIn(parameters, 'throughput'),
        count,
        rate: 'monthly',
      })
      return
    case 'pd.csi.storage.gke.io':
    case 'kubernetes.io/gce-pd': {
      const type = parameters.get('type') ?? 'pd-standard'
      const sku = `gce/pd/${type.replace(/^pd-/, '')}/storage`
      yield monthly({
        description: `${name}, ${storageGiB} GiB ${type}`,
        serviceName: 'Compute Engine',
        sku,
        count: storageGiB * count,
      })
      return
    }
    case 'disk.csi.azure.com':
    case 'kubernetes.io/azure-disk': {
      const disk = diskTier(storageGiB, parameters.get('skuName') ?? parameters.get('skuname') ?? '')
      if (!disk) yield omitted('unpriced', name, `no price for a managed disk of ${storageGiB} GiB`)
      else
        yield monthly({
          description: `${name}, ${disk.tier} disk of ${disk.sizeGiB} GiB`,
          serviceName: 'Managed Disks',
          sku: disk.sku,
          pricingUnit: 'Disk-Months',
          count,
        })
      return
    }
    default:
      if (SHARED_FILE_SYSTEMS.test(provisioner))
        yield omitted(
          'usageBased',
          name,
          `a share of a file system (${provisioner}), which is charged itself`,
        )
      else
        yield omitted('unpriced', name, `no price for volumes of ${provisioner || 'an unnamed provisioner'}`)
  }
}

function numberIn(parameters: ReadonlyMap<string, string>, key: string): number | undefined {
  const value = Number(parameters.get(key))
  return parameters.has(key) && Number.isFinite(value) ? value : undefined
}
