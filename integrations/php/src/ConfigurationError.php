<?php

declare(strict_types=1);

namespace HasOffersProxy;

/** Names every wrong setting and what is expected, never its value. */
final class ConfigurationError extends \RuntimeException
{
    /** @var string[] */
    public $problems;

    /** @param string[] $problems */
    public function __construct(array $problems)
    {
        parent::__construct("The proxy cannot answer:\n- " . implode("\n- ", $problems));
        $this->problems = $problems;
    }
}
