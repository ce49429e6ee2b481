#!/bin/bash
# env: ${env} $${HOME} $HOME $(date) %{ if opt != null ~} opt=${opt} %{~ endif }
%{ for u in users ~}
user ${u.name}%{ if length(u.roles) > 0 } roles=${join(",", u.roles)}%{ endif }
%{ endfor ~}
%{ if env == "prod" }
prod
%{ else ~}
not prod
%{ endif ~}
end
