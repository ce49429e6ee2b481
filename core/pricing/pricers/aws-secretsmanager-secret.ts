import { count } from '../../domain/reads.ts'
import { byUse } from '../by-use.ts'
import { counted, extras, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

const SECRETS_MANAGER = 'AWS Secrets Manager'

// https://aws.amazon.com/secrets-manager/pricing/: a replica is charged like a secret
export const awsSecretsmanagerSecret = pricer(
  { type: 'aws_secretsmanager_secret', reads: { replica: count } },
  function* ({ replica: replicas }, context) {
    yield monthly({
      description: replicas > 0 ? `Secret with ${counted(replicas, 'replica')}` : 'Secret',
      serviceName: SECRETS_MANAGER,
      sku: 'secretsmanager/secret',
      count: 1 + replicas,
      pricingUnit: 'Secret-Months',
    })
    yield* extras(
      byUse(
        {
          description: 'API calls',
          serviceName: SECRETS_MANAGER,
          key: 'monthly_requests',
          unit: 'requests',
          sku: 'secretsmanager/requests',
          pricingUnit: 'Requests',
          chargedBy: 'request',
        },
        context,
      ),
    )
  },
)
