import { parseHcl } from '../../hcl/parse.ts'
import { SourceFile } from '../../source/source-file.ts'
import { KNOWN_MODULES } from '../../source/source-tree.ts'
import { type ModuleConfiguration, moduleConfiguration } from '../configuration/module-configuration.ts'
import { PUBLIC_REGISTRY, parseModuleSource } from '../modules/module-source.ts'
import { azureAks } from './azure-aks.ts'
import type { KnownModule } from './known-module.ts'
import { terraformAwsModulesEc2Instance } from './terraform-aws-modules-ec2-instance.ts'
import { terraformAwsModulesEks } from './terraform-aws-modules-eks.ts'
import { terraformAwsModulesLambda } from './terraform-aws-modules-lambda.ts'
import { terraformAwsModulesRds } from './terraform-aws-modules-rds.ts'
import { terraformAwsModulesS3Bucket } from './terraform-aws-modules-s3-bucket.ts'
import { terraformAwsModulesVpc } from './terraform-aws-modules-vpc.ts'
import { terraformGoogleModulesKubernetesEngine } from './terraform-google-modules-kubernetes-engine.ts'

export const ALL_KNOWN_MODULES: readonly KnownModule[] = [
  azureAks,
  terraformAwsModulesEc2Instance,
  terraformAwsModulesEks,
  terraformAwsModulesLambda,
  terraformAwsModulesRds,
  terraformAwsModulesS3Bucket,
  terraformAwsModulesVpc,
  terraformGoogleModulesKubernetesEngine,
]

const bySource = new Map(ALL_KNOWN_MODULES.map((known) => [known.source, known]))
const texts = new Map(ALL_KNOWN_MODULES.flatMap(textsOf))
const read = new Map<string, ModuleConfiguration>()

/** What stands in for a module of the public registry that cannot be had; undefined where its inputs say nothing to us. */
export function standInFor(source: string): ModuleConfiguration | undefined {
  const parsed = parseModuleSource(source)
  if (parsed.kind !== 'registry' || parsed.host !== PUBLIC_REGISTRY || parsed.subdirectory !== '')
    return undefined
  const known = bySource.get(`${parsed.namespace}/${parsed.name}/${parsed.provider}`)
  return known && standInAt(directoryOf(known))
}

/** The part of a stand-in that has this directory. */
export function standInAt(directory: string): ModuleConfiguration | undefined {
  const text = texts.get(directory)
  if (text === undefined) return undefined
  const configuration = read.get(directory) ?? configurationOf(directory, text)
  read.set(directory, configuration)
  return configuration
}

function directoryOf({ source }: KnownModule): string {
  return `${KNOWN_MODULES}/${source.replaceAll('/', '-')}`
}

function textsOf(known: KnownModule): readonly (readonly [directory: string, text: string])[] {
  const directory = directoryOf(known)
  const inner = Object.entries(known.submodules ?? {})
  return [[directory, known.main], ...inner.map(([name, text]) => [`${directory}/${name}`, text] as const)]
}

function configurationOf(directory: string, text: string): ModuleConfiguration {
  const file = parseHcl(new SourceFile(`${directory}/main.tf`, text))
  return moduleConfiguration(directory, { files: [file], overrides: [], unread: [] })
}
