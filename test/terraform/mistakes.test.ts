import assert from 'node:assert/strict'
import { load, problemsOf } from '../support/load.ts'

/** The addresses and the problems of a configuration that Terraform would refuse. */
function read(text: string): readonly [addresses: readonly string[], problems: readonly string[]] {
  const project = load(text)
  return [project.resources.map(({ address }) => address), problemsOf(project)]
}

describe('configurations that Terraform refuses are read as far as they go, and the mistake is named', () => {
  it('a local that two blocks declare', () => {
    const [, problems] = read('locals { team = "fraud-ml" }\nlocals { team = "search-ml" }')
    assert.deepEqual(problems, [
      'main.tf:2:10: local.team is declared twice. the first is at main.tf:1, and counts',
    ])
  })

  it('a local that one block declares twice is named once', () => {
    const [, problems] = read('locals {\n  team = "fraud-ml"\n  team = "search-ml"\n}')
    assert.equal(problems.length, 1)
    assert.match(problems[0]!, /^main\.tf:3:3: argument "team" is already set/)
  })

  it('a block of a kind that there is not', () => {
    const [addresses, problems] = read('resuorce "aws_instance" "train" {}\nprovider {}\n')
    assert.deepEqual(addresses, [])
    assert.deepEqual(problems, [
      'main.tf:1:1: there is no block "resuorce" in a Terraform configuration. did you mean "resource"?',
    ])
  })

  it('blocks that plan nothing by themselves are no mistakes', () => {
    const [addresses, problems] = read(`
      locals { buckets = { a = "bucket-a" } }
      import {
        for_each = local.buckets
        to       = aws_s3_bucket.this[each.key]
        id       = each.value
      }
      resource "aws_s3_bucket" "this" {
        for_each = local.buckets
        bucket   = each.value
        lifecycle {
          postcondition {
            condition     = self.arn != ""
            error_message = "It has no ARN."
          }
        }
        provisioner "local-exec" { command = "echo \${self.arn}" }
      }
      ephemeral "aws_secretsmanager_secret_version" "db" { secret_id = "x" }
      check "health" {
        data "http" "endpoint" { url = "https://example.com" }
        assert {
          condition     = data.http.endpoint.status_code == 200
          error_message = "It does not answer."
        }
      }
      removed { from = module.old }`)
    assert.deepEqual(addresses, ['aws_s3_bucket.this["a"]'])
    assert.deepEqual(problems, [])
  })

  it('count beside for_each', () => {
    const [addresses, problems] = read(
      'resource "aws_instance" "train" {\n  count    = 1\n  for_each = { a = 1 }\n}',
    )
    assert.deepEqual(addresses, ['aws_instance.train[0]'])
    assert.deepEqual(problems, ['main.tf:3:3: count and for_each exclude each other. count is taken'])
  })

  it('for_each over a list', () => {
    const [addresses, problems] = read(
      'resource "aws_instance" "train" {\n  for_each = ["fraud", "churn"]\n}',
    )
    assert.deepEqual(addresses, ['aws_instance.train["churn"]', 'aws_instance.train["fraud"]'])
    assert.deepEqual(problems, [
      'main.tf:2:3: for_each is a tuple. expected a map or a set of strings, as in "toset(…)"',
    ])
  })
})
