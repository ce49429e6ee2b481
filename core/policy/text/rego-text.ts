/** Plain data as a Rego term: JSON is one. */
export function regoTerm(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
}

/**
 * Whether tags are refused, in Rego that OPA 1 and Gatekeeper (OPA 0.x syntax) both read: `refusals` is data, so nothing of
 * ascribe.yml is ever code.
 */
export const REGO_RULES = `# Any of the cases of a refusal; in a case all of its atoms hold.
refused(refusal, tags) if {
	some atoms in refusal.cases
	every atom in atoms {
		holds(atom, tags)
	}
}

holds(atom, tags) if {
	atom.kind in {"absent", "lacks"}
	not has_key(tags, atom.name)
}

holds(atom, tags) if {
	atom.kind in {"blank", "lacks"}
	is_string(tags[atom.name])
	not regex.match(not_blank, tags[atom.name])
}

holds(atom, tags) if {
	atom.kind == "equals"
	tags[atom.name] == atom.value
}

holds(atom, tags) if {
	atom.kind == "notAllowed"
	is_string(tags[atom.name])
	not allowed(atom.allowed, tags[atom.name])
}

has_key(tags, name) if {
	some key, _ in tags
	key == name
}

allowed(rule, value) if {
	value in rule.or
}

allowed(rule, value) if {
	listed(rule, value)
	every pattern in rule.patterns {
		regex.match(pattern, value)
	}
}

listed(rule, _) if {
	not rule.values
}

listed(rule, value) if {
	value in rule.values
}

listed(rule, value) if {
	some pattern in rule.spelled
	regex.match(pattern, value)
}
`
