import { number, string } from '../../domain/reads.ts'
import { hourly } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://aws.amazon.com/directoryservice/pricing/
export const awsDirectoryServiceDirectory = pricer(
  {
    type: 'aws_directory_service_directory',
    reads: {
      type: string('SimpleAD'),
      edition: string('Enterprise'),
      size: string('Small'),
      desired_number_of_domain_controllers: number(2),
    },
  },
  function* ({ type, edition, size, desired_number_of_domain_controllers: controllers }) {
    const kind = type === 'MicrosoftAD' ? edition : size
    yield hourly({
      description: `Domain controllers (${type}, ${kind})`,
      serviceName: 'AWS Directory Service',
      sku: `directory/${type.toLowerCase()}/${kind.toLowerCase()}`,
      count: controllers,
    })
  },
)
