import { block, maybe, number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { extra, extras, hourly, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

const MSK = 'Amazon Managed Streaming for Apache Kafka'

// https://aws.amazon.com/msk/pricing/
export const awsMskCluster = pricer(
  {
    type: 'aws_msk_cluster',
    reads: {
      number_of_broker_nodes: number(),
      storage_mode: string('LOCAL'),
      broker_node_group_info: block({
        instance_type: string(),
        storage_info: maybe(block({ ebs_storage_info: block({ volume_size: number() }) })),
      }),
    },
  },
  function* ({ number_of_broker_nodes: brokers, storage_mode, broker_node_group_info: group }, context) {
    const instanceType = group?.instance_type
    if (brokers === undefined || instanceType === undefined) {
      const missing =
        brokers === undefined ? 'number_of_broker_nodes' : 'broker_node_group_info.instance_type'
      yield omitted('unknown', 'Brokers', `\`${missing}\` is not set`)
      return
    }
    const express = instanceType.startsWith('express.')
    yield hourly({
      description: `Brokers (${instanceType})`,
      serviceName: MSK,
      // `kafka.m5.large`, `express.m7g.large`
      sku: `msk/broker/${instanceType.replace('.', '/')}`,
      count: brokers,
    })
    const storage = group?.storage_info
    if (express) yield extra(omitted('usageBased', 'Storage', 'charged by what is stored and written'))
    else if (storage?.kind === 'unknown') yield extra(omitted('unknown', 'Storage', storage.because))
    else {
      const size = storage?.value?.ebs_storage_info?.volume_size
      if (size === undefined)
        yield extra(omitted('unknown', 'Storage', 'the size of the brokers’ volumes is not set'))
      else
        yield extra(
          monthly({
            description: `Storage, ${size} GiB for each broker`,
            serviceName: MSK,
            sku: 'msk/broker/storage',
            count: size * brokers,
          }),
        )
    }
    if (storage_mode === 'TIERED')
      yield* extras(
        byUse(
          {
            description: 'Tiered storage',
            serviceName: MSK,
            key: 'tiered_storage_gb',
            unit: 'GB',
            sku: 'msk/tiered/storage',
            pricingUnit: 'GB-Months',
            chargedBy: 'what is stored there',
          },
          context,
        ),
      )
  },
)
