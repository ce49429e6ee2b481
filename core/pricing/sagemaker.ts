import { byUse } from './by-use.ts'
import { extras, type Meter, monthly, type Part } from './part.ts'
import type { PricingContext } from './pricer.ts'
import { HOURS_PER_MONTH } from './usage.ts'

/** The service name that SageMaker's charges carry. */
export const SAGEMAKER = 'Amazon SageMaker'

/** The volume that a SageMaker instance keeps its data on; each use of SageMaker has its own price for a GB. */
export function sagemakerStorage(
  description: string,
  use: 'cluster' | 'hosting' | 'notebook_instance' | 'studio' | 'processing' | 'training',
  size: number,
): Meter {
  return monthly({ description, serviceName: SAGEMAKER, sku: `sagemaker/storage/${use}`, count: size })
}

export interface JobInstances {
  /** e.g. `Monitoring job` */
  readonly name: string
  readonly use: 'processing' | 'training'
  readonly instanceType: string
  readonly count: number
  /** GiB on each instance */
  readonly volumeSize: number | undefined
}

/** What a job costs for each hour that its instances run, which no argument says. */
export function* sagemakerJob(job: JobInstances, context: PricingContext): Generator<Part> {
  const { name, use, instanceType, count, volumeSize } = job
  yield* byUse(
    {
      description: `${name} (${count} × ${instanceType})`,
      serviceName: SAGEMAKER,
      key: 'monthly_job_hours',
      unit: 'hours that the job runs',
      sku: `sagemaker/${instanceType}/${use}`,
      pricingUnit: 'Hours',
      per: count,
      chargedBy: 'hour and instance that the job runs',
    },
    context,
  )
  if (volumeSize === undefined) return
  yield* extras(
    byUse(
      {
        description: `${volumeSize} GiB on each instance`,
        serviceName: SAGEMAKER,
        key: 'monthly_job_hours',
        unit: 'hours that the job runs',
        sku: `sagemaker/storage/${use}`,
        pricingUnit: 'GB-Months',
        per: (count * volumeSize) / HOURS_PER_MONTH,
        chargedBy: 'GB and hour that the job runs',
      },
      context,
    ),
  )
}
