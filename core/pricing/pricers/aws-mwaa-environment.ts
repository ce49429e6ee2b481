import { number, string } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { assumption, extra, extras, hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

const MWAA = 'Amazon Managed Workflows for Apache Airflow'
/** In the environment's price. */
const INCLUDED_SCHEDULERS = 2

// https://aws.amazon.com/managed-workflows-for-apache-airflow/pricing/
export const awsMwaaEnvironment = pricer(
  {
    type: 'aws_mwaa_environment',
    reads: {
      environment_class: string('mw1.small'),
      min_workers: number(1),
      max_workers: number(10),
      schedulers: number(INCLUDED_SCHEDULERS),
    },
  },
  function* ({ environment_class, min_workers, max_workers, schedulers }, context) {
    const size = environment_class.replace(/^mw1\./, '')
    yield hourly({
      description: `Environment (${environment_class})`,
      serviceName: MWAA,
      sku: `mwaa/environment/${size}`,
    })
    yield assumption(
      'the environment has one worker and two schedulers in its price, and stays at `min_workers`',
    )
    const more = (workers: number) => Math.max(0, workers - 1)
    yield extra(
      hourly({
        description: 'Additional workers',
        serviceName: MWAA,
        sku: `mwaa/worker/${size}`,
        count: more(min_workers),
        scaling: { low: more(min_workers), high: more(max_workers) },
      }),
    )
    if (schedulers > INCLUDED_SCHEDULERS)
      yield extra(
        hourly({
          description: 'Additional schedulers',
          serviceName: MWAA,
          sku: `mwaa/scheduler/${size}`,
          count: schedulers - INCLUDED_SCHEDULERS,
        }),
      )
    yield* extras(
      byUse(
        {
          description: 'Meta database',
          serviceName: MWAA,
          key: 'meta_database_gb',
          unit: 'GB',
          sku: 'mwaa/db/storage',
          pricingUnit: 'GB-Months',
          chargedBy: 'what is stored',
        },
        context,
      ),
    )
  },
)
