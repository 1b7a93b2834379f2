import subprocess

from kg.viewer.content_policy import policy_source


def test_the_hash_is_that_of_openssl():
    text = "alert('é')"
    digest = ["openssl", "dgst", "-sha256", "-binary"]
    hashed = subprocess.run(
        digest, input=text.encode(), capture_output=True, check=True
    )
    letters = ["openssl", "base64", "-A"]
    done = subprocess.run(letters, input=hashed.stdout, capture_output=True, check=True)
    assert policy_source(text) == f"'sha256-{done.stdout.decode()}'"
