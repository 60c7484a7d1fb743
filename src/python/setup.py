"""Only what pyproject.toml cannot say: a wheel with the native tool inside is for one platform, one without it for all."""

import pathlib

from setuptools import setup
from wheel.bdist_wheel import bdist_wheel

HAS_TOOL = any((pathlib.Path(__file__).parent / "eqnn" / "bin").glob("eqnn*"))


class PlatformWheel(bdist_wheel):
    """A wheel for every Python 3 of one platform."""

    def finalize_options(self):
        super().finalize_options()
        if HAS_TOOL:
            self.root_is_pure = False

    def get_tag(self):
        python, abi, platform = super().get_tag()
        return ("py3", "none", platform) if HAS_TOOL else (python, abi, platform)


setup(cmdclass={"bdist_wheel": PlatformWheel})
