import { count } from '../../domain/reads.ts'
import { counted, extra, monthly, omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/secrets-manager/pricing/: a replica is charged like a secret
export const awsSecretsmanagerSecret = pricer(
  { type: 'aws_secretsmanager_secret', reads: { replica: count } },
  function* ({ replica: replicas }) {
    yield monthly({
      description: replicas > 0 ? `Secret with ${counted(replicas, 'replica')}` : 'Secret',
      serviceName: 'AWS Secrets Manager',
      sku: 'secretsmanager/secret',
      count: 1 + replicas,
      pricingUnit: 'Secret-Months',
    })
    yield extra(omitted('usageBased', 'API calls', 'charged by request'))
  },
)
