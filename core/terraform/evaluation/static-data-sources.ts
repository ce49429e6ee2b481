import { type MappingValue, NULL, object, string, unknown, type Value } from '../../domain/value.ts'
import { callFunction } from '../functions/call-function.ts'
import type { FunctionContext } from '../functions/terraform-function.ts'
import type { ProviderInstance } from './provider-instance.ts'

/** What a data source certainly answers, from its arguments, its provider's configuration and the tree alone. */
type StaticAnswer = (asked: {
  readonly attributes: MappingValue
  readonly provider: ProviderInstance
  readonly functions: FunctionContext
}) => Readonly<Record<string, Value>>

export const staticDataSources: Readonly<Record<string, StaticAnswer>> = {
  aws_region: ({ attributes, provider }) => {
    const region =
      attributes.entries.get('region') ?? attributes.entries.get('name') ?? provider.argument('region')
    return { name: region, id: region, region }
  },
  aws_partition: ({ provider }) => {
    const region = provider.argument('region')
    if (region.kind !== 'string') return {}
    const { partition, suffix, reversed } = partitionOf(region.value)
    return {
      id: string(partition),
      partition: string(partition),
      dns_suffix: string(suffix),
      reverse_dns_prefix: string(reversed),
    }
  },
  aws_default_tags: ({ provider }) => ({ tags: provider.defaultTags ?? NO_VALUES }),
  google_client_config: ({ provider }) => ({
    project: provider.argument('project'),
    region: provider.argument('region'),
    zone: provider.argument('zone'),
  }),
  local_file: ({ attributes, functions }) => ({
    content: called('file', [argument(attributes, 'filename')], functions),
  }),
  null_data_source: ({ attributes }) => ({ outputs: attributes.entries.get('inputs') ?? NO_VALUES }),
  template_file: ({ attributes, functions }) => {
    const vars = attributes.entries.get('vars') ?? NO_VALUES
    return { rendered: called('templatestring', [argument(attributes, 'template'), vars], functions) }
  },
}

const NO_VALUES = object(new Map())
const argument = ({ entries }: MappingValue, name: string): Value => entries.get(name) ?? NULL

/** Why nobody knows the rest, where it is not just that the provider is asked for it. */
export const WHY_UNKNOWN: Readonly<Record<string, string>> = {
  aws_caller_identity: 'depends on who runs Terraform',
  azurerm_client_config: 'depends on who runs Terraform',
  external: 'is what a program prints, which is never run',
  google_client_openid_userinfo: 'depends on who runs Terraform',
  http: 'is fetched at plan time',
  terraform_remote_state: 'is in the state of another configuration, which is not read',
}

/** https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
function partitionOf(region: string): {
  readonly partition: string
  readonly suffix: string
  readonly reversed: string
} {
  if (region.startsWith('cn-'))
    return { partition: 'aws-cn', suffix: 'amazonaws.com.cn', reversed: 'cn.com.amazonaws' }
  const partition = region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
  return { partition, suffix: 'amazonaws.com', reversed: 'com.amazonaws' }
}

/** What a function makes of the arguments; unknown with the reason where it fails. */
function called(name: string, args: readonly Value[], functions: FunctionContext): Value {
  const unanswered = args.find(({ kind }) => kind === 'unknown' || kind === 'null')
  if (unanswered) return unanswered
  const result = callFunction(name, args, functions)
  return 'error' in result ? unknown(result.error) : result.value
}
