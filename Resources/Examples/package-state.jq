# Replays the demo's package streams: an event a line in, the state after it a line out.
#
#   livenstore replay .build/demo-store package-git --steps --reducer 'jq -nc -f Resources/Examples/package-state.jq'
foreach inputs as {type: $type, payload: $payload} (
  {package: "", version: "", releases: 0, closed: 0, urgency: null};
  if $type == "PackageReleased" then . + ($payload | {package, version}) | .releases += 1
  elif $type == "BugClosed" then .closed += 1
  elif $type == "UrgencySet" then .urgency = $payload.urgency
  else . end
)
