import { string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extras, hourly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const MQ = 'Amazon MQ'

// https://aws.amazon.com/amazon-mq/pricing/: the price is that of all brokers of a deployment
export const awsMqBroker = pricer(
  {
    type: 'aws_mq_broker',
    reads: {
      engine_type: string('ActiveMQ'),
      host_instance_type: string(),
      deployment_mode: string('SINGLE_INSTANCE'),
      storage_type: string(),
    },
  },
  function* ({ engine_type, host_instance_type, deployment_mode, storage_type }, context) {
    if (host_instance_type === undefined) {
      yield omitted('unknown', 'Broker', '`host_instance_type` is not set')
      return
    }
    const engine = engine_type.toLowerCase()
    const mode = deployment_mode.toLowerCase()
    yield hourly({
      description: `Broker (${engine_type}, ${host_instance_type}, ${mode.replaceAll('_', ' ')})`,
      serviceName: MQ,
      sku: `mq/${engine}/${host_instance_type}/${mode}`,
    })
    const storage = storage_type ?? (engine === 'rabbitmq' ? 'ebs' : 'efs')
    const stored = { key: 'storage_size_gb', unit: 'GB on each broker', chargedBy: 'what is stored' }
    yield* extras(
      byUse(
        {
          ...stored,
          description: 'Storage',
          serviceName: MQ,
          sku: `mq/${engine}/${storage}/storage`,
          pricingUnit: 'GB-Months',
          per: mode === 'cluster_multi_az' ? 3 : 1,
        },
        context,
      ),
    )
  },
)
