locals {
  models = { fraud = 2, churn = 0 }
  config = <<-YAML
    models:
    %{~ for name, replicas in local.models ~}
      %{~ if replicas > 0 }
      - name: ${name}
        replicas: ${replicas}
      %{~ endif ~}
    %{~ endfor }
    literal: $${kept} %%{kept}
  YAML
  script = <<EOT
	#!/bin/sh
	exec ${join(" ", keys(local.models))}
EOT
}

resource "terraform_data" "config" {
  input = { config = local.config, script = local.script, lines = length(split("\n", local.config)) }
}
