a=${a}
%{ if true ~}
  x
%{ endif ~}
end
