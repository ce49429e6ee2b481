import assert from 'node:assert/strict'
import { readUsageMetric } from '../../core/config/usage-metric.ts'
import { locate, SourceFile } from '../../core/source/source-file.ts'

function read(text: string) {
  const { metric, problems } = readUsageMetric(new SourceFile('reads.csv', text))
  return {
    metric: metric && { ...metric, quantities: Object.fromEntries(metric.quantities) },
    problems: problems.map(({ message, range }) => `${locate(range).line}: ${message}`),
  }
}

describe('a usage metric', () => {
  it('has names in its first column and quantities in its last, and adds rows of one name', () => {
    assert.deepEqual(read('model,bucket,GB\nfraud_xgb_v7,a,40\nfraud_xgb_v7,b,2.5\n"limits, old",c,1e3\n'), {
      metric: { by: 'model', unit: 'GB', quantities: { fraud_xgb_v7: 42.5, 'limits, old': 1000 } },
      problems: [],
    })
  })

  it('says which row it cannot use, and uses the others', () => {
    assert.deepEqual(read('team,reads\nfraud-ml,many\nsearch-ml,-3\nads-ml\nrisk-ml,5\n'), {
      metric: { by: 'team', unit: 'reads', quantities: { 'risk-ml': 5 } },
      problems: [
        '2: "fraud-ml" has no usable quantity. expected a number from 0 to 1000000000000',
        '3: "search-ml" has no usable quantity. expected a number from 0 to 1000000000000',
        '4: "ads-ml" has no usable quantity. expected a number from 0 to 1000000000000',
      ],
    })
  })

  it('says what its headings lack', () => {
    assert.deepEqual(read('name,reads\na,1\n').problems, [
      '1: expected "team" or "model" as the heading of the first column',
    ])
    assert.deepEqual(read('team\na\n').problems, ['1: expected a second column with the quantities'])
    assert.deepEqual(read('').problems, ['1: expected "team" or "model" as the heading of the first column'])
    assert.equal(read('team\n').metric, undefined)
  })
})
