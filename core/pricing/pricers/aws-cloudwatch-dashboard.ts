import { assumption, monthly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/cloudwatch/pricing/
export const awsCloudwatchDashboard = pricer({ type: 'aws_cloudwatch_dashboard', reads: {} }, function* () {
  yield monthly({
    description: 'Dashboard',
    serviceName: 'Amazon CloudWatch',
    sku: 'cloudwatch/dashboard',
    count: 1,
    pricingUnit: 'Dashboard-Months',
  })
  yield assumption('the three dashboards that an account has free are used')
})
