module example.com/cloud

go 1.16

require (
	github.com/prometheus/client_golang v1.11.0
	k8s.io/client-go v0.22.0
)
