import { gibibytes } from '../../domain/quantity.ts'
import { block, maybe, string } from '../../domain/reads.ts'
import { volumeParts } from '../kubernetes/volume.ts'
import { omitted } from '../part.ts'
import { pricer } from '../pricer.ts'

// https://kubernetes.io/docs/concepts/storage/persistent-volumes/
export const persistentVolumeClaim = pricer(
  {
    type: 'PersistentVolumeClaim',
    reads: {
      spec: block({
        storageClassName: maybe(string()),
        volumeName: maybe(string()),
        resources: maybe(block({ requests: block({ storage: string() }) })),
      }),
    },
  },
  function* ({ spec }, context) {
    const name = 'Volume'
    if (spec?.storageClassName.kind === 'unknown') {
      yield omitted('unknown', name, spec.storageClassName.because)
      return
    }
    if (spec?.resources.kind === 'unknown') {
      yield omitted('unknown', name, spec.resources.because)
      return
    }
    const { storageClassName, resources } = {
      storageClassName: spec?.storageClassName.value,
      resources: spec?.resources.value,
    }
    // An empty class asks for a volume that is already there: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1
    if (storageClassName === '') {
      yield omitted('usageBased', name, 'it binds to a volume that exists already, which is charged itself')
      return
    }
    const size = gibibytes(resources?.requests?.storage)
    if (size === undefined) {
      yield omitted('unknown', name, '`spec.resources.requests.storage` is not a quantity')
      return
    }
    yield* volumeParts({ name, storageGiB: size, storageClass: storageClassName, count: 1 }, context)
  },
)
