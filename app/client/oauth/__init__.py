"""OAuth 2 for a desktop program: authorization code, loopback redirect, rotating refresh tokens.

Sources: RFC 6749, RFC 7636 (PKCE), RFC 8252 (native apps), RFC 7009 (revocation).
"""
