import { block, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { pricer } from '../pricer.ts'

const SIZES = new Map([
  ['BUILD_GENERAL1_SMALL', 'general1.small'],
  ['BUILD_GENERAL1_MEDIUM', 'general1.medium'],
  ['BUILD_GENERAL1_LARGE', 'general1.large'],
  ['BUILD_GENERAL1_2XLARGE', 'general1.2xlarge'],
])

// https://aws.amazon.com/codebuild/pricing/
export const awsCodebuildProject = pricer(
  {
    type: 'aws_codebuild_project',
    reads: {
      environment: block({ compute_type: string('BUILD_GENERAL1_SMALL'), type: string('LINUX_CONTAINER') }),
    },
  },
  function* ({ environment }, context) {
    const type = environment?.type ?? 'LINUX_CONTAINER'
    const compute = environment?.compute_type ?? 'BUILD_GENERAL1_SMALL'
    const family =
      type === 'LINUX_CONTAINER' ? 'linux' : type.startsWith('WINDOWS') ? 'windows' : type.toLowerCase()
    yield* byUse(
      {
        description: `Builds (${compute})`,
        serviceName: 'AWS CodeBuild',
        key: 'monthly_build_mins',
        unit: 'minutes',
        sku: `codebuild/${family}/${SIZES.get(compute) ?? compute.toLowerCase()}`,
        pricingUnit: 'Minutes',
        chargedBy: 'build minute',
      },
      context,
    )
  },
)
