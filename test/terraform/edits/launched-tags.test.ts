import assert from 'node:assert/strict'
import { readConfig } from '../../../core/config/read-config.ts'
import { launchedTagFixes } from '../../../core/quick-fixes/launched-tags-fix.ts'
import { changedLines } from './changed-lines.ts'
import { applied, type Files, fixing, ROOT } from './fixing.ts'
import { assertKept } from './kept.ts'
import { formatted, hasTerraform } from './terraform-fmt.ts'

const { config } = readConfig(undefined)

function offered(main: string, address: string, others: Files = {}) {
  const files: Files = { 'main.tf': main, ...others }
  const { inspected, loader, projects } = fixing(files).request(address)
  const projectsReading = () => projects
  return {
    files,
    fixes: launchedTagFixes({ inspected, loader, schema: config.schema, projectsReading }),
  }
}

/** Title and changed lines of each fix; what a fix leaves must be as `terraform fmt` has it, and need no other. */
function written(main: string, address: string): readonly string[] {
  const { files, fixes } = offered(main, address)
  return fixes.map(({ title, edits }) => {
    const after = applied(files, edits)['main.tf']!
    assertKept(main, after)
    if (hasTerraform) assert.equal(formatted({ 'main.tf': after })['main.tf'], after)
    return `${title}\n${changedLines(main, after)}`
  })
}

const NODES = `resource "aws_eks_node_group" "gpu" {
  cluster_name   = "ml"
  instance_types = ["p4d.24xlarge"]
  tags = {
    team = "fraud-ml"
  }

  launch_template {
    id      = aws_launch_template.gpu.id
    version = "$Latest"
  }
}
`

describe('tags that a launch template hands on', () => {
  it('a node group gets them to its machines and their volumes', () => {
    const main = `${NODES}
resource "aws_launch_template" "gpu" {
  name_prefix = "gpu-" # one for all

  lifecycle {
    create_before_destroy = true
  }
}
`
    assert.deepEqual(written(main, 'aws_eks_node_group.gpu'), [
      `Add "team" to the instances of aws_eks_node_group.gpu in aws_launch_template.gpu
    }
+
+   tag_specifications {
+     resource_type = "instance"
+
+     tags = {
+       team = "fraud-ml"
+     }
+   }
  }`,
      `Add "team" to the volumes of aws_eks_node_group.gpu in aws_launch_template.gpu
    }
+
+   tag_specifications {
+     resource_type = "volume"
+
+     tags = {
+       team = "fraud-ml"
+     }
+   }
  }`,
    ])
  })

  it('what is there already is gone on with', () => {
    const main = `${NODES}
resource "aws_launch_template" "gpu" {
  tag_specifications {
    resource_type = "instance"
    tags = {
      Name = "gpu" # shown in the console
    }
  }
  tag_specifications {
    resource_type = "volume"
    tags          = { Name = "gpu" }
  }
}
`
    const [instances, volumes] = written(main, 'aws_eks_node_group.gpu')
    assert.equal(
      instances,
      'Add "team" to the instances of aws_eks_node_group.gpu in aws_launch_template.gpu\n        Name = "gpu" # shown in the console\n+       team = "fraud-ml"\n      }',
    )
    assert.match(volumes!, /^\+ {5}tags {10}= \{ Name = "gpu", team = "fraud-ml" \}$/m)
  })

  it('one block that makes all kinds gets them once', () => {
    const main = `${NODES}
resource "aws_launch_template" "gpu" {
  dynamic "tag_specifications" {
    for_each = ["instance", "volume"]
    content {
      resource_type = tag_specifications.value
      tags          = merge({ Name = "gpu" }, { tier = "gold" })
    }
  }
}
`
    const [instances] = written(main, 'aws_eks_node_group.gpu')
    assert.match(instances!, /\{ tier = "gold", team = "fraud-ml" \}\)/)
  })

  it('they are taken from the local that the template takes its own from', () => {
    const main = `locals {
  tags = { team = "fraud-ml" }
}

resource "aws_eks_node_group" "gpu" {
  tags = local.tags
  launch_template {
    id = aws_launch_template.gpu.id
  }
}

resource "aws_launch_template" "gpu" {
  tags = local.tags
}
`
    const [instances] = written(main, 'aws_eks_node_group.gpu')
    assert.match(instances!, /\+ {5}resource_type = "instance"\n\+ {5}tags {10}= local\.tags\n/)
  })

  it('a template that another team launches from as well is left alone', () => {
    const main = `${NODES}
resource "aws_eks_node_group" "search" {
  tags = { team = "search-ml" }
  launch_template {
    id = aws_launch_template.gpu.id
  }
}

resource "aws_launch_template" "gpu" {
  name_prefix = "gpu-"
}
`
    assert.deepEqual(offered(main, 'aws_eks_node_group.gpu').fixes, [])
  })

  it('another group of the same team is named', () => {
    const main = `${NODES}
${NODES.replace('"gpu"', '"more"')}
resource "aws_launch_template" "gpu" {
  name_prefix = "gpu-"
}
`
    const { fixes } = offered(main, 'aws_eks_node_group.gpu')
    assert.match(fixes[0]!.title, /\(also tags 1 other resource\)$/)
  })

  it('a node group without a launch template has no place for them', () => {
    const main = 'resource "aws_eks_node_group" "gpu" {\n  tags = { team = "fraud-ml" }\n}\n'
    assert.deepEqual(offered(main, 'aws_eks_node_group.gpu').fixes, [])
  })

  it('nor is a downloaded module written to', () => {
    const files = {
      'main.tf': 'module "nodes" {\n  source = "nodes/aws"\n}\n',
      '.terraform/modules/modules.json':
        '{"Modules":[{"Key":"nodes","Source":"nodes/aws","Dir":".terraform/modules/nodes"}]}',
      '.terraform/modules/nodes/main.tf': `${NODES}\nresource "aws_launch_template" "gpu" {\n  name_prefix = "g"\n}\n`,
    }
    const asked = fixing(files, [ROOT])
    const { inspected, loader, projects } = asked.request('module.nodes.aws_eks_node_group.gpu')
    const projectsReading = () => projects
    const { schema } = config
    assert.deepEqual(launchedTagFixes({ inspected, loader, schema, projectsReading }), [])
  })
})

describe('tags that a block hands on', () => {
  it('every launch specification of a spot fleet gets them', () => {
    const main = `resource "aws_spot_fleet_request" "train" {
  iam_fleet_role = "arn:aws:iam::1:role/fleet"

  launch_specification {
    instance_type = "p4d.24xlarge"
    ami           = "ami-0abc"
  }

  launch_specification {
    instance_type = "p5.48xlarge"
    ami           = "ami-0abc"
    tags          = { Name = "large" }
  }

  tags = { team = "fraud-ml", model_id = "fraud_xgb_v7" }
}
`
    const [fix] = written(main, 'aws_spot_fleet_request.train')
    assert.match(fix!, /^Add "team", "model_id" to the instances of aws_spot_fleet_request\.train\n/)
    assert.equal(fix!.match(/model_id *= "fraud_xgb_v7"/g)!.length, 2)
  })

  it('the machines of a batch environment get them', () => {
    const main = `resource "aws_batch_compute_environment" "train" {
  type = "MANAGED"
  compute_resources {
    type      = "EC2"
    max_vcpus = 96
  }
  tags = { team = "fraud-ml" }
}
`
    const [fix] = written(main, 'aws_batch_compute_environment.train')
    assert.match(fix!, /\+ {5}tags {6}= \{ team = "fraud-ml" \}/)
  })

  it('the nodes of an AKS pool get them', () => {
    const main = `resource "azurerm_kubernetes_cluster" "ml" {
  name = "ml"
  default_node_pool {
    name    = "gpu"
    vm_size = "Standard_NC24ads_A100_v4"
  }
  tags = { team = "fraud-ml" }
}
`
    const [fix] = written(main, 'azurerm_kubernetes_cluster.ml')
    assert.match(fix!, /^Add "team" to the nodes of azurerm_kubernetes_cluster\.ml\n/)
  })

  it('the volumes of an instance get them in volume_tags, or in their own blocks where those are in use', () => {
    const instance = (block: string) => `resource "aws_instance" "train" {
  instance_type = "p4d.24xlarge"
  tags          = { team = "fraud-ml" }

  root_block_device {
    volume_size = 500${block}
  }
}
`
    assert.match(
      written(instance(''), 'aws_instance.train')[0]!,
      /\+ {3}volume_tags {3}= \{ team = "fraud-ml" \}/,
    )
    const own = written(instance('\n    tags        = { Name = "root" }'), 'aws_instance.train')
    assert.match(own[0]!, /\{ Name = "root", team = "fraud-ml" \}/)
  })
})
