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
    const of = { serviceName: 'AWS Directory Service' }
    if (type === 'MicrosoftAD')
      yield hourly({
        ...of,
        description: `Domain controllers (Microsoft AD, ${edition})`,
        sku: `directory/microsoft_ad/${edition.toLowerCase()}/controller`,
        count: controllers,
      })
    else
      yield hourly({
        ...of,
        description: `Directory (${type}, ${size})`,
        sku: `directory/${type.toLowerCase()}/${size.toLowerCase()}`,
      })
  },
)
