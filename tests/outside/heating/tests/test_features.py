"""The package's own feature, by the library's kit."""

from pytest_bdd import scenarios

scenarios("../features")
