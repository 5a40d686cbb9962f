// What a test asks of graphs, deployments and clouds is declared in these modules; `import StrataTesting` is all that it needs.
@_exported public import StrataDeployment
@_exported public import StrataEmbeddedCloud
@_exported public import StrataModel
@_exported public import StrataPolicy
