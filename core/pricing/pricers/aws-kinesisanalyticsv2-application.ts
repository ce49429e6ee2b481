import { block, number, string } from '../../domain/reads.ts'
import { assumption, hourly, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const FLINK = 'Amazon Managed Service for Apache Flink'
/** Each KPU comes with it. */
const RUNNING_STORAGE_GB = 50

// https://aws.amazon.com/managed-service-apache-flink/pricing/
export const awsKinesisanalyticsv2Application = pricer(
  {
    type: 'aws_kinesisanalyticsv2_application',
    reads: {
      runtime_environment: string(''),
      application_configuration: block({
        flink_application_configuration: block({
          parallelism_configuration: block({ parallelism: number(1), parallelism_per_kpu: number(1) }),
        }),
      }),
    },
  },
  function* ({ runtime_environment, application_configuration }) {
    const flink = application_configuration?.flink_application_configuration?.parallelism_configuration
    const kpus = Math.ceil((flink?.parallelism ?? 1) / (flink?.parallelism_per_kpu || 1))
    yield assumption(`${kpus} KPU, as its parallelism asks for; autoscaling may add more`)
    const of = { serviceName: FLINK, sku: 'flink/kpu', pricingUnit: 'KPU-Hours' }
    yield hourly({ ...of, description: 'Processing', count: kpus })
    if (!runtime_environment.startsWith('FLINK')) return
    yield hourly({ ...of, description: 'Orchestration' })
    yield monthly({
      description: `Running storage, ${RUNNING_STORAGE_GB} GB for each KPU`,
      serviceName: FLINK,
      sku: 'flink/storage',
      count: kpus * RUNNING_STORAGE_GB,
    })
  },
)
