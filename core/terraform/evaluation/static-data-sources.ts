import { type MappingValue, object, string, type Value } from '../../domain/value.ts'
import type { ProviderInstance } from './provider-instance.ts'

/** What a data source certainly answers, from its arguments and its provider's configuration alone. */
type StaticAnswer = (attributes: MappingValue, provider: ProviderInstance) => ReadonlyMap<string, Value>

export const staticDataSources: Readonly<Record<string, StaticAnswer>> = {
  aws_region: (attributes, provider) => {
    const region =
      attributes.entries.get('region') ?? attributes.entries.get('name') ?? provider.argument('region')
    return new Map([
      ['name', region],
      ['id', region],
      ['region', region],
    ])
  },
  aws_partition: (_, provider) => {
    const region = provider.argument('region')
    if (region.kind !== 'string') return new Map()
    const partition = region.value.startsWith('cn-')
      ? 'aws-cn'
      : region.value.startsWith('us-gov-')
        ? 'aws-us-gov'
        : 'aws'
    const suffix = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
    return new Map([
      ['partition', string(partition)],
      ['id', string(partition)],
      ['dns_suffix', string(suffix)],
    ])
  },
  aws_default_tags: (_, provider) => {
    const tags = provider.defaultTags ?? object(new Map())
    return new Map([['tags', tags]])
  },
}
