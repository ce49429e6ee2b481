/** The files that the cases in `cases/files.txt` read; the oracle lays them out for the real Terraform. */
export const caseFiles: Readonly<Record<string, string>> = {
  'files/policy.json': '{"Statement":[{"Effect":"Allow"}]}\n',
  'files/values.yaml': 'replicas: 2\nresources:\n  limits:\n    nvidia.com/gpu: 1\n',
  'files/pools.csv': 'pool,size\ntrain,p4d.24xlarge\nserve,g5.xlarge\n',
  'files/other.json': '{}\n',
  'files/scripts/train.tpl':
    'name=${name}\n%{ if gpus > 4 ~}\nlarge\n%{ endif ~}\n%{ for m in models ~}\n- ${upper(m)}\n%{ endfor ~}\n',
  'files/scripts/train.sh': '#!/bin/sh\nexec train\n',
  'files/scripts/serve.sh': '#!/bin/sh\nexec serve\n',
  'files/scripts/deep/down.sh': 'echo é\n',
}
