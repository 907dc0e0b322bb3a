from tests.content.conftest import good

__all__ = ["good"]
