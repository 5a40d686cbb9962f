"""moto, but for two mistakes that no system with guarded and replicated keys can live with.

moto takes a denial in a key's policy for one of everybody, whatever its conditions and principals are: a key that denies callers of other
accounts is then denied to its own. Here a statement with a condition denies nothing. And a replica of a key shares moto's list of aliases with
its primary, so that an alias of the same name cannot be made for it; on AWS each region has aliases of its own.

    moto_server.py -H 127.0.0.1 -p 5000
"""

from moto.kms import policy_validator
from moto.kms.models import Key, KmsBackend
from moto.server import main

applies = policy_validator.check_statement


def check_statement(statement: dict, resource: str, action: str) -> bool:
    return not statement.get("Condition") and applies(statement, resource, action)


policy_validator.check_statement = check_statement

replicate = KmsBackend.replicate_key


def replicate_key(self: KmsBackend, key_id: str, replica_region: str) -> Key:
    replica = replicate(self, key_id, replica_region)
    replica.aliases = {}
    return replica


KmsBackend.replicate_key = replicate_key

if __name__ == "__main__":
    main()
